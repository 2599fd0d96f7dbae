"""The reader's models: labelled pages, training, and evaluation on families left out."""
