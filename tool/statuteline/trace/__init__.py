"""Links between the words of the law and the code on them, and who judged them."""
