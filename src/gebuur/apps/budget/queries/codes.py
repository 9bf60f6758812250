"""The code that admits a ballot: five groups of four letters, of which the first is no secret.

The first group finds the entry on the roll, so that looking one up costs one slow hash and not one for everybody.
The other sixteen letters are the secret: 80 bits.
"""

import hashlib
import hmac
import unicodedata

from gebuur.apps.budget.models import RollEntry, Round
from gebuur.core.tokens import clean_code, new_code

GROUP, GROUPS = 4, 5
SECRET = GROUP * (GROUPS - 1)
WORK = {"n": 2**12, "r": 8, "p": 1, "dklen": 32}


def new_secret() -> str:
    return new_code(SECRET)


def new_mark(taken: set[str]) -> str:
    """Draw a first group that nobody in this round has."""
    while (mark := new_code(GROUP)) in taken:
        pass
    return mark


def in_groups(code: str) -> str:
    """Show a long code as it is printed: ABCD-EFGH-JKLM-NPQR-STUV."""
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def hash_of(one: Round, mark: str, secret: str) -> str:
    """Hash what the roll keeps of a code: slow, and different in every round and for everybody."""
    salt = one.pk.bytes + mark.encode()
    return hashlib.scrypt(secret.encode(), salt=salt, **WORK).hex()


def entry_of_code(one: Round, typed: str) -> RollEntry | None:
    """Who holds this code, as she typed it; nobody when it is wrong or void."""
    code = clean_code(unicodedata.normalize("NFKC", typed))
    if len(code) != GROUP * GROUPS or not code.isascii():
        return None
    mark, secret = code[:GROUP], code[GROUP:]
    entry = one.roll.filter(mark=mark).exclude(code_hash="").first()
    if entry is None or not hmac.compare_digest(entry.code_hash, hash_of(one, mark, secret)):
        return None
    return entry
