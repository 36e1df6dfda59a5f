// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.reader;

import java.util.HashMap;
import java.util.Map;

import io.highlands.local.template.TemplateException;
import io.highlands.local.template.cloudformation.Properties;

/**
 * The attributes of a load balancer or target group: a list of keys and values, of which only those are marked as read
 * that were asked for.
 */
final class Attributes {

    private final Properties owner;
    private final Map<String, Properties> byKey = new HashMap<>();

    private Attributes(Properties owner) {
        this.owner = owner;
    }

    static Attributes read(Properties owner, String name) {
        Attributes attributes = new Attributes(owner);
        for (Properties element : owner.children(name)) {
            attributes.byKey.put(element.peek("Key"), element);
        }
        return attributes;
    }

    boolean flag(String key, boolean standard) {
        Properties element = byKey.get(key);
        return element == null ? standard : read(element).flag("Value", standard);
    }

    int integer(String key, int standard, int least, int most) {
        Properties element = byKey.get(key);
        return element == null ? standard : read(element).integer("Value", standard, least, most);
    }

    TemplateException error(String key, String message) {
        Properties element = byKey.get(key);
        return element == null ? owner.error("", message) : element.error("Value", key + " " + message);
    }

    private static Properties read(Properties element) {
        element.text("Key");
        return element;
    }
}
