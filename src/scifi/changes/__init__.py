"""
What a change of the content means, in words: two states compared, told to people.

`account` takes the reports of two checks and gives an `Account`; `revisions` fetches the two states
from git. Nothing here writes, and nothing of the content is run.
"""
