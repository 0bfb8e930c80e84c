package org.govshare.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The class begins without the rows of the classes before it, though it shares their application and database: that costs a
 * few milliseconds, an application of its own ({@code restrictToAnnotatedClass}) many seconds.
 *
 * <p>What an application also knows in memory stays: the registry, texts of law, calendars and the trail's key. A class that
 * changes one of these for good, such as by loading a holiday notice, needs an application of its own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EmptyDatabase {}
