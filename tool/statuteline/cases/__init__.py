"""Cases that somebody wrote down: files of facts and tables of cases, read strictly."""
