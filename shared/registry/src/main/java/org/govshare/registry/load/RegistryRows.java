package org.govshare.registry.load;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.govshare.platform.identity.CreditCode;
import org.govshare.registry.Agency;
import org.govshare.registry.AgencyKind;
import org.govshare.registry.CityPlatform;
import org.govshare.registry.Contractor;
import org.govshare.registry.Dataset;
import org.govshare.registry.DatasetField;
import org.govshare.registry.Region;
import org.govshare.registry.RegionLevel;
import org.govshare.regulation.grammar.ShareClass;
import org.govshare.regulation.text.VisibleText;

/** Reads each kind of row by itself, without regard to other rows. */
final class RegistryRows {

    private static final Pattern REGION = Pattern.compile("[1-9][0-9]{5}|" + Region.NATION);
    private static final Pattern ID = Pattern.compile("(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Set<String> FIELD_TYPES = Set.of("string", "integer", "decimal", "date", "boolean");
    private static final String PARENT = "parent_code";
    private static final String AUDIT_BODY = "audit_body";
    private static final String YES = "yes";
    private static final List<String> FREQUENCIES =
            List.of("real-time", "daily", "weekly", "monthly", "quarterly", "half-yearly", "yearly", "irregular");

    private RegistryRows() {}

    static Region region(Row row) {
        String code = regionCode(row, "code");
        RegionLevel level = row.choice("level", List.of(RegionLevel.values()), RegionLevel::code);
        Optional<String> parent = parentCode(row, level);
        if (REGION.matcher(code).matches() && level != RegionLevel.ofRegion(code)) {
            row.fault(
                    "level",
                    "a code that ends like " + code + " is a "
                            + RegionLevel.ofRegion(code).code());
        }
        return new Region(code, level, row.text("name"), parent, row.validity(), row.optional("successor_code"));
    }

    /** A province may leave it out, because it can only be the nation. */
    private static Optional<String> parentCode(Row row, RegionLevel level) {
        Optional<String> parent = row.optional(PARENT);
        switch (level) {
            case NATION -> parent.ifPresent(any -> row.fault(PARENT, "the nation has none"));
            case PROVINCE ->
                parent.filter(code -> !code.equals(Region.NATION))
                        .ifPresent(other -> row.fault(PARENT, "a province has none but " + Region.NATION));
            case CITY, COUNTY -> {
                if (parent.isEmpty()) {
                    row.fault(PARENT, "is missing");
                }
            }
        }
        return level == RegionLevel.PROVINCE ? Optional.of(Region.NATION) : parent;
    }

    static Agency agency(Row row) {
        return new Agency(
                creditCode(row, "credit_code"),
                row.text("name"),
                row.text("name_en"),
                row.text("short_name"),
                regionCode(row, "region_code"),
                row.choice("kind", List.of(AgencyKind.values()), AgencyKind::code),
                row.validity(),
                row.optional("successor_code"),
                auditBody(row),
                BodyCheck.bodyKind(row),
                row.optional(BodyCheck.MINISTRY));
    }

    /** The mark is allowed only if the kind does not imply it. */
    private static boolean auditBody(Row row) {
        Optional<String> mark = row.optional(AUDIT_BODY);
        if (mark.isPresent() && !mark.get().equals(YES)) {
            row.fault(AUDIT_BODY, "'" + mark.get() + "' is neither yes nor empty");
        } else if (mark.isPresent() && !row.optional("kind").equals(Optional.of(AgencyKind.AGENCY.code()))) {
            row.fault(AUDIT_BODY, "is only for the kind agency: an authority and a government oversee anyway");
        }
        return mark.isPresent();
    }

    static CityPlatform cityPlatform(Row row) {
        LocalDate approved = row.day("approved_on");
        LocalDate ended = row.end("approval_ended_on");
        if (!approved.isBefore(ended)) {
            row.fault("approval_ended_on", "is not after approved_on");
        }
        return new CityPlatform(
                regionCode(row, "region_code"),
                row.text("operator_code"),
                approved,
                row.text("approval_document"),
                ended);
    }

    static Contractor contractor(Row row) {
        return new Contractor(
                creditCode(row, "contractor_code"),
                row.text("contractor_name"),
                row.text("principal_code"),
                row.text("approval_document"),
                row.validitySince("approved_on"));
    }

    private static String creditCode(Row row, String column) {
        String code = row.text(column);
        if (!code.isEmpty() && !CreditCode.isValid(code)) {
            row.fault(
                    column,
                    "'" + code
                            + "' is not a valid unified social credit code: its form or its check character is wrong");
        }
        return code;
    }

    static Dataset dataset(Row row) {
        ShareClass shareClass = row.choice("share_class", List.of(ShareClass.values()), Enum::name);
        return new Dataset(
                row.matching("id", ID, "lower-case words joined by hyphens"),
                row.text("title"),
                row.text("title_en"),
                row.text("content"),
                row.text("provider_code"),
                shareClass,
                onlyFor(row, "share_conditions", shareClass == ShareClass.CONDITIONAL),
                onlyFor(row, "withheld_basis", shareClass == ShareClass.WITHHELD),
                row.choice("update_frequency", FREQUENCIES, word -> word),
                row.choice("security_level", List.of(1, 2, 3, 4), String::valueOf),
                row.text("scope_of_use"),
                row.optional("base_database"),
                row.optional("theme"),
                row.text("record_type"),
                fields(row),
                row.validity());
    }

    private static String regionCode(Row row, String column) {
        return row.matching(column, REGION, "a six-digit region code");
    }

    private static Optional<String> onlyFor(Row row, String column, boolean wanted) {
        Optional<String> value = row.optional(column);
        if (value.isPresent() != wanted) {
            row.fault(column, wanted ? "is missing for this share class" : "does not belong to this share class");
        }
        return value;
    }

    private static List<DatasetField> fields(Row row) {
        Set<String> names = new HashSet<>();
        return Arrays.stream(row.text("fields").split("\\|"))
                .map(text -> field(row, text.split(":", -1), names))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<DatasetField> field(Row row, String[] parts, Set<String> names) {
        if (parts.length != 3
                || !FIELD.matcher(parts[0]).matches()
                || !VisibleText.isIn(parts[1])
                || !FIELD_TYPES.contains(parts[2])
                || !names.add(parts[0])) {
            row.fault("fields", "'" + String.join(":", parts) + "' is not a new name:title:type");
            return Optional.empty();
        }
        return Optional.of(new DatasetField(parts[0], parts[1], parts[2]));
    }
}
