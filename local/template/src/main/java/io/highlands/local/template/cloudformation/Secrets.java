// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How templates name secrets. */
final class Secrets {

    private static final Pattern ARN = Pattern
            .compile("arn:[a-z-]+:secretsmanager:[^:]*:[^:]*:secret:([^:]+)(?::([^:]*))?(?::([^:]*))?(?::([^:]*))?");
    private static final Pattern PARAMETER_ARN = Pattern.compile("arn:[a-z-]+:ssm:[^:]*:[^:]*:parameter/?(.+)");
    private static final String RANDOM_SUFFIX = "-[A-Za-z0-9]{6}$";

    private Secrets() {
    }

    /** Value of {@code id:SecretString:key:stage:version}, where the id may be an ARN. */
    static String dynamic(Place place, LocalValues locals, String reference) {
        String id = reference;
        String key = "";
        int split = reference.indexOf(":SecretString");
        if (split >= 0) {
            id = reference.substring(0, split);
            String[] rest = reference.substring(split + 1).split(":", -1);
            key = rest.length > 1 ? rest[1] : "";
        }
        Matcher arn = ARN.matcher(id);
        return arn.matches() ? byArn(place, locals, arn.group(1), key) : byName(place, locals, id, key);
    }

    /** Value of a container's {@code ValueFrom}: an ARN of either service, or a parameter's name. */
    static String valueFrom(Place place, LocalValues locals, ParameterStore parameters, String valueFrom) {
        Matcher arn = ARN.matcher(valueFrom);
        if (arn.matches()) {
            return byArn(place, locals, arn.group(1), arn.group(2) == null ? "" : arn.group(2));
        }
        Matcher parameter = PARAMETER_ARN.matcher(valueFrom);
        if (!parameter.matches()) {
            return parameters.parameter(place, valueFrom);
        }
        String name = parameter.group(1);
        return parameters.parameter(place, name.contains("/") ? "/" + name : name);
    }

    /** The name in an ARN may or may not end in the six random characters that Secrets Manager adds. */
    private static String byArn(Place place, LocalValues locals, String name, String key) {
        return byName(place, locals, locals.hasSecret(name) ? name : name.replaceFirst(RANDOM_SUFFIX, ""), key);
    }

    private static String byName(Place place, LocalValues locals, String name, String key) {
        String value = locals.secret(name, key);
        if (value == null) {
            throw place.error("no value for secret '" + name + "'" + (key.isEmpty() ? "" : " key '" + key + "'") + "; "
                    + locals.advice("secrets", name));
        }
        return value;
    }
}
