"""Starts Wapiti 3.0.4 as its own command does, with one function of it replaced.

Its function that makes a pattern of an address to leave out writes the pattern's flags at the end.
Since Python 3.11 they are taken at the beginning alone, so that `-x` ends the program with an error.
No flag is needed: an address has no line breaks. Later versions of Wapiti do without the function.

Run it with the interpreter that Debian's package belongs to, which is not always the first on the
search path.
"""

import re

from wapitiCore.main import wapiti
from wapitiCore.net import crawler


def pattern_of(address):
    """A pattern for addresses in which * stands for any characters."""
    return re.compile(".*".join(re.escape(part) for part in address.split("*")) + r"\Z")


if hasattr(crawler, "wildcard_translate"):
    crawler.wildcard_translate = pattern_of

wapiti.wapiti_main()
