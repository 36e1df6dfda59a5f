// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** Functions that make strings and lists of strings. */
final class StringFunctions {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private StringFunctions() {
    }

    static JsonNode join(Evaluator evaluator, Place place, JsonNode argument) {
        if (!argument.isArray() || argument.size() != 2) {
            throw place.error("Fn::Join takes [delimiter, list], found " + argument);
        }
        String delimiter = evaluator.text(place, argument.get(0), "the delimiter of Fn::Join");
        return Json.string(String.join(delimiter, texts(evaluator, place, argument.get(1), "Fn::Join")));
    }

    static JsonNode split(Evaluator evaluator, Place place, JsonNode argument) {
        if (!argument.isArray() || argument.size() != 2) {
            throw place.error("Fn::Split takes [delimiter, string], found " + argument);
        }
        String delimiter = evaluator.text(place, argument.get(0), "the delimiter of Fn::Split");
        if (delimiter.isEmpty()) {
            throw place.error("the delimiter of Fn::Split must not be empty");
        }
        String text = evaluator.text(place, argument.get(1), "the string of Fn::Split");
        return Json.strings(List.of(text.split(Pattern.quote(delimiter), -1)));
    }

    static JsonNode select(Evaluator evaluator, Place place, JsonNode argument) {
        if (!argument.isArray() || argument.size() != 2) {
            throw place.error("Fn::Select takes [index, list], found " + argument);
        }
        String text = evaluator.text(place, argument.get(0), "the index of Fn::Select");
        JsonNode list = evaluator.evaluate(place, argument.get(1));
        if (!list.isArray() || !text.matches("\\d{1,6}") || Integer.parseInt(text) >= list.size()) {
            throw place.error("Fn::Select index " + text + " is not in " + list);
        }
        return list.get(Integer.parseInt(text));
    }

    static JsonNode base64(Evaluator evaluator, Place place, JsonNode argument) {
        byte[] bytes = evaluator.text(place, argument, "the argument of Fn::Base64").getBytes(StandardCharsets.UTF_8);
        return Json.string(Base64.getEncoder().encodeToString(bytes));
    }

    static JsonNode sub(Evaluator evaluator, Place place, JsonNode argument) {
        boolean plain = argument.isString();
        if (!plain && !(argument.isArray() && argument.size() == 2 && argument.get(0).isString()
                && argument.get(1).isObject())) {
            throw place.error("Fn::Sub takes a string or [string, variables], found " + argument);
        }
        JsonNode variables = plain ? Json.NOTHING : argument.get(1);
        Matcher matcher = VARIABLE.matcher(plain ? argument.stringValue() : argument.get(0).stringValue());
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String value = matcher.group(1).isEmpty()
                    ? variable(evaluator, place, variables, matcher.group(2).strip())
                    : "${" + matcher.group(2) + "}";
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        return Json.string(matcher.appendTail(result).toString());
    }

    private static String variable(Evaluator evaluator, Place place, JsonNode variables, String name) {
        if (variables.has(name)) {
            return evaluator.text(place, variables.get(name), "variable " + name + " of Fn::Sub");
        }
        JsonNode value = name.contains(".") && !name.startsWith("AWS::")
                ? evaluator.scope().attribute(place, GetAtt.parse(place, name))
                : evaluator.scope().ref(place, name);
        if (!Json.isScalar(value)) {
            throw place.error("${" + name + "} in Fn::Sub must be a string, found " + Json.kind(value));
        }
        return value.asString();
    }

    private static List<String> texts(Evaluator evaluator, Place place, JsonNode node, String function) {
        JsonNode list = evaluator.evaluate(place, node);
        if (!list.isArray()) {
            throw place.error(function + " takes a list, found " + Json.kind(list));
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode element : list) {
            if (!Json.isScalar(element)) {
                throw place.error(function + " takes a list of strings, found " + Json.kind(element) + " in it");
            }
            texts.add(element.asString());
        }
        return texts;
    }
}
