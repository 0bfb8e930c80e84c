package org.govshare.standalone.law;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How a region is read, as the API reads it: six digits, {@code 000000} for the nation. */
public final class RegionCode implements ITypeConverter<String> {
    private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}|000000");

    @Override
    public String convert(String word) {
        if (!FORM.matcher(word).matches()) {
            throw new TypeConversionException("'" + word + "' is not a region code of six digits such as 430100");
        }
        return word;
    }
}
