package org.govshare.standalone.law;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.govshare.regulation.document.Doc;
import org.govshare.regulation.grammar.ShareClass;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How {@code --share-class} is read: as packs write a share class, or as JSON does. */
public final class ClassWord implements ITypeConverter<ShareClass> {

    @Override
    public ShareClass convert(String word) {
        return Arrays.stream(ShareClass.values())
                .filter(known -> known.name().equals(word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of "
                        + Arrays.stream(ShareClass.values()).map(Doc::nameOf).collect(Collectors.joining(", "))));
    }
}
