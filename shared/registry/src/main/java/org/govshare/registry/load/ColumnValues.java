package org.govshare.registry.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.govshare.registry.Agency;
import org.govshare.registry.BodyKinds;
import org.govshare.registry.CityPlatform;
import org.govshare.registry.Contractor;
import org.govshare.registry.Dataset;
import org.govshare.registry.DatasetField;
import org.govshare.registry.Region;

/** The values of a row for the database, in the order of its file's columns. */
final class ColumnValues {

    private ColumnValues() {}

    static Object[] of(Region region) {
        return new Object[] {
            region.code(),
            region.level().code(),
            region.name(),
            region.parentCode().orElse(null),
            region.validity().from(),
            region.validity().until(),
            region.successorCode().orElse(null)
        };
    }

    static Object[] of(Agency agency) {
        return new Object[] {
            agency.creditCode(),
            agency.name(),
            agency.nameEn(),
            agency.shortName(),
            agency.regionCode(),
            agency.kind().code(),
            agency.validity().from(),
            agency.validity().until(),
            agency.successor().orElse(null),
            agency.auditBody(),
            BodyKinds.code(agency.bodyKind()),
            agency.ministry().orElse(null)
        };
    }

    static Object[] of(CityPlatform platform) {
        return new Object[] {
            platform.regionCode(),
            platform.operatorCode(),
            platform.approvedOn(),
            platform.approvalDocument(),
            platform.approvalEndedOn()
        };
    }

    static Object[] of(Contractor contractor) {
        return new Object[] {
            contractor.code(),
            contractor.name(),
            contractor.principal(),
            contractor.validity().from(),
            contractor.validity().until(),
            contractor.approval()
        };
    }

    static Object[] of(Dataset dataset) {
        return new Object[] {
            dataset.id(),
            dataset.title(),
            dataset.titleEn(),
            dataset.content(),
            dataset.providerCode(),
            dataset.shareClass().name(),
            dataset.shareConditions().orElse(null),
            dataset.withheldBasis().orElse(null),
            dataset.updateFrequency(),
            dataset.securityLevel(),
            dataset.scopeOfUse(),
            dataset.baseDatabase().orElse(null),
            dataset.theme().orElse(null),
            dataset.recordType(),
            json(dataset.fields()),
            dataset.validity().from(),
            dataset.validity().until()
        };
    }

    private static String json(List<DatasetField> fields) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        fields.forEach(field -> array.addObject()
                .put("name", field.name())
                .put("title", field.title())
                .put("type", field.type()));
        return array.toString();
    }
}
