-- Cases about a grant, such as its suspension, point to the case that opened it.

comment on column case_file.about_case is 'The case that it is about: the one in which an organ found a breach that no clock measures (the agency is the provider), or the one whose grant a procedure about a grant concerns.';
