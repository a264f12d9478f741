"""
The preview: the site as it is being written, each page made when somebody looks at it.

`run` listens to files and holds the address; a worker process (`server`) answers from it. The
worker asks MkDocs for single pages (`engine`), and is replaced when Python code changes.
"""
