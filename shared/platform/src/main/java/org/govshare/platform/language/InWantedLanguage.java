package org.govshare.platform.language;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource's method whose answer has words in the language that {@link Languages#wanted} chose. The answer then
 * has {@code Content-Language} and {@code Vary}. Problems have them without this mark.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface InWantedLanguage {}
