-- What is like an inquiry is found in the index of the search. Every answer paid for these two: an inquiry that moves up
-- is written into all its indexes anew.
drop index inquiry_title_likeness;
drop index inquiry_title_words;
