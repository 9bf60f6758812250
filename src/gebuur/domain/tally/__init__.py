from gebuur.domain.tally.reading import read_election
from gebuur.domain.tally.ballots import make_election
from gebuur.domain.tally.model import *
