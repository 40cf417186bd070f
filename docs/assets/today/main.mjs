/** Defines what home and the practice hub say about the reader. */
