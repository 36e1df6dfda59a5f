// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.provision;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.highlands.local.template.Coverage;

/**
 * What was read of an environment as text, so that two readings can be compared whatever their classes do. Of a lambda it
 * has what it captured.
 */
final class ModelText {

    private final StringBuilder text = new StringBuilder();

    private ModelText() {
    }

    /** All of an environment but its coverage. */
    static String of(Object model) {
        ModelText text = new ModelText();
        text.append(model);
        return text.text.toString();
    }

    private void append(Object value) {
        switch (value) {
            case null -> text.append("null");
            case Coverage coverage -> text.append("coverage");
            case Optional<?> optional -> append(optional.orElse(null));
            case Map<?, ?> map -> map.forEach((key, member) -> {
                append(key);
                text.append('=');
                append(member);
                text.append(',');
            });
            case Collection<?> collection -> {
                text.append(collection.size()).append('[');
                collection.forEach(this::append);
                text.append(']');
            }
            case Pattern pattern -> text.append(pattern.pattern());
            case Enum<?> constant -> text.append(constant.name());
            default -> object(value);
        }
        text.append(' ');
    }

    private void object(Object value) {
        Class<?> type = value.getClass();
        if (!type.getName().startsWith("io.highlands.")) {
            text.append(value);
            return;
        }
        text.append(type.isHidden() ? "lambda" : type.getSimpleName()).append('{');
        for (Class<?> owner = type; owner != Object.class; owner = owner.getSuperclass()) {
            for (Field field : owner.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    append(read(field, value));
                }
            }
        }
        text.append('}');
    }

    private static Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
