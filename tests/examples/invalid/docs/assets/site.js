# expect: 1: docs/ holds no files that end in ".js" [own-file]
alert(1)
