"""
A door for assistants: questions about the knowledge base, answered from the JSON files of a site.

`shelf` reads the files, `search` finds words, `replies` gives each number its receipt, `tools` are
the answers as plain data, and `door` alone speaks the Model Context Protocol. Nothing is sent
anywhere, and nothing is kept.
"""
