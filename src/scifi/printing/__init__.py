"""
Paper: the built pages as PDFs, set like a book; as an e-book; and worksheets for office programs.

A built page is read into typed nodes (`reading`); editions say which articles stand in which PDF
(`papers`); one template sets each document in one go, several side by side (`setting`).
"""
