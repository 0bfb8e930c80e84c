-- Who works on an agency's data for it: only with that agency's approval on file, which has its days (Hebei art. 27).
-- Written by the owner through the registry's load; functions read. The approval counts from approved_on to the day before valid_to.

CREATE TABLE contractor (
    contractor_code   char(18) NOT NULL
        CHECK (contractor_code ~ '^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$'),
    principal_code    char(18) NOT NULL REFERENCES agency,
    approved_on       date NOT NULL CHECK (approved_on > '-infinity'),
    valid_to          date NOT NULL DEFAULT 'infinity',
    contractor_name   text NOT NULL CHECK (contractor_name <> ''),
    approval_document text NOT NULL CHECK (approval_document <> ''),
    PRIMARY KEY (contractor_code, principal_code, approved_on),
    CHECK (approved_on < valid_to),
    CHECK (contractor_code <> principal_code)
);
CREATE INDEX contractor_principal ON contractor (principal_code);
COMMENT ON TABLE contractor IS '受委托的第三方: whom an agency has let act for it as a clerk, since when, until when, by which document.';

GRANT SELECT ON contractor TO govshare_app;
