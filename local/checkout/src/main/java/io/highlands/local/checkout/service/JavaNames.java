// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.checkout.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import javax.lang.model.SourceVersion;

/**
 * The names in Java of a service. Package names follow the Java Language Specification, section 6.1: a hyphen becomes an
 * underscore, a keyword gets one at its end, and a digit one before it.
 *
 * @param service the name in the mesh, such as {@code service-d}
 */
record JavaNames(String service) {

    private static final String PREFIX = "service-";
    private static final String SUFFIX = "Service";
    /** Names that the templates use themselves. */
    private static final Set<String> TAKEN = Set.of("service", "fanOut", "replies");
    /** Methods without parameters that each object has, and so no interface can declare with another result. */
    private static final Set<String> OF_OBJECT = Set.of("clone", "finalize", "getClass", "hashCode", "notify",
            "notifyAll", "toString", "wait");

    /** {@return the name without {@code service-}} */
    String shortName() {
        return service.startsWith(PREFIX) ? service.substring(PREFIX.length()) : service;
    }

    /**
     * {@return the name without {@code service-}, as an identifier after a prefix}
     *
     * @param prefix what the name begins with, and a dot after it
     */
    String packageName(String prefix) {
        String last = shortName().replace('-', '_');
        if (SourceVersion.isKeyword(last)) {
            last += "_";
        } else if (!Character.isJavaIdentifierStart(last.charAt(0))) {
            last = "_" + last;
        }
        return prefix + last;
    }

    /** {@return the name with {@code Service} in it, so that no class of the templates or of the JDK has it} */
    String className() {
        String joined = capitalised(words(service));
        return joined.startsWith(SUFFIX) || joined.endsWith(SUFFIX) ? joined : joined + SUFFIX;
    }

    /** {@return the name of a variable that holds a client of the service} */
    String field() {
        String joined = uncapitalised(words(service));
        return SourceVersion.isKeyword(joined) || TAKEN.contains(joined) ? joined + SUFFIX : joined;
    }

    /** {@return the name of its member in a JSON object} */
    String member() {
        return service.replace('-', '_');
    }

    /** {@return the beginning of the variables that tell callers of it, such as {@code SERVICE_D}} */
    String variable() {
        return member().toUpperCase(Locale.ROOT);
    }

    /**
     * {@return a method's name for a path: its last word, or {@code get} and all of them where that is no name}
     *
     * @param path the path
     */
    static String method(String path) {
        String last = uncapitalised(words(path.substring(path.lastIndexOf('/') + 1)));
        boolean usable = SourceVersion.isIdentifier(last) && !SourceVersion.isKeyword(last)
                && !OF_OBJECT.contains(last);
        return usable ? last : "get" + capitalised(words(path));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[^A-Za-z0-9]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String capitalised(List<String> words) {
        return words.stream().map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static String uncapitalised(List<String> words) {
        String joined = capitalised(words);
        return joined.isEmpty() ? "" : joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }
}
