"""Pages of HTML printed to tagged PDF.

The only door to WeasyPrint, which the extra ``pdf`` brings.
"""

from __future__ import annotations

import logging
from hashlib import sha256
from importlib import import_module
from typing import Any

from statuteline.errors import StatutelineError
from statuteline.publish._pdf_artifacts import mark_artifacts


def printed_pdf(page: str) -> bytes:
    """Print a page; the same page gives the same bytes.

    Args:
        page: HTML that needs nothing from elsewhere.

    Raises:
        StatutelineError: If WeasyPrint or Pango is not installed.
    """
    library = _weasyprint()
    document = library.HTML(
        string=page, url_fetcher=library.urls.URLFetcher(allowed_protocols=())
    )
    digest = sha256(page.encode()).digest()[:16]
    written: bytes = document.write_pdf(
        finisher=mark_artifacts, pdf_variant="pdf/ua-1", pdf_identifier=digest
    )
    return written


def _weasyprint() -> Any:  # noqa: ANN401 -- imported when used
    try:
        library = import_module("weasyprint")
    except ImportError as error:
        raise StatutelineError(
            "The format pdf needs the package WeasyPrint, which is not installed",
            hint="pip install 'statuteline[pdf]'",
        ) from error
    except OSError as error:
        raise StatutelineError(
            "The format pdf needs the library Pango, which is not installed",
            hint="install Pango with your system's package manager",
        ) from error
    # It would tell standard error of fonts that lack an uncommon look.
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    return library
