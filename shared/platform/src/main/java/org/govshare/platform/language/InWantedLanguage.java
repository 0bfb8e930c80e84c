package org.govshare.platform.language;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource's method whose answer has words in the language that {@link Languages#wanted} chose: the answer says so in
 * {@code Content-Language} and {@code Vary}. Problems say it without.
 */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface InWantedLanguage {}
