// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** {@code Fn::Cidr} for IPv4: the first blocks of a size within a block. */
final class Cidr {

    private static final Pattern BLOCK = Pattern
            .compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

    private Cidr() {
    }

    static JsonNode call(Evaluator evaluator, Place place, JsonNode argument) {
        if (!argument.isArray() || argument.size() < 2 || argument.size() > 3) {
            throw place.error("Fn::Cidr takes [block, count, bits], found " + argument);
        }
        String block = evaluator.text(place, argument.get(0), "the block of Fn::Cidr");
        int count = number(evaluator, place, argument.get(1), "count", 256);
        int bits = argument.size() == 3 ? number(evaluator, place, argument.get(2), "bits", 32) : 8;
        Matcher matcher = BLOCK.matcher(block);
        if (!matcher.matches() || Integer.parseInt(matcher.group(5)) > 32) {
            throw place.error("Fn::Cidr takes an IPv4 block such as 10.0.0.0/16, found '" + block + "'");
        }
        long size = 1L << bits;
        int prefix = Integer.parseInt(matcher.group(5));
        if (count * size > 1L << (32 - prefix)) {
            throw place.error("Fn::Cidr: " + count + " blocks of " + bits + " bits do not fit into " + block);
        }
        long base = 0;
        for (int i = 1; i <= 4; i++) {
            base = base << 8 | Integer.parseInt(matcher.group(i));
        }
        base &= -1L << (32 - prefix);
        List<String> blocks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            blocks.add(dotted(base + i * size) + "/" + (32 - bits));
        }
        return Json.strings(blocks);
    }

    private static int number(Evaluator evaluator, Place place, JsonNode node, String what, int most) {
        String text = evaluator.text(place, node, "the " + what + " of Fn::Cidr");
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw place.error("the " + what + " of Fn::Cidr is '" + text + "'; allowed: 1 to " + most);
        }
        return Integer.parseInt(text);
    }

    private static String dotted(long address) {
        return (address >> 24 & 255) + "." + (address >> 16 & 255) + "." + (address >> 8 & 255) + "."
                + (address & 255);
    }
}
