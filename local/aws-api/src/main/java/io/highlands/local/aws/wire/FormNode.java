// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.aws.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A form's parameters as a tree: {@code MetricData.member.1.Value=3} is a value four levels down. */
final class FormNode {

    /** The largest batch in 1 MB of form has some 25,000. */
    private static final int PARAMETERS = 50_000;

    private static final int NODES = 150_000;

    private static final int DEPTH = 40;

    private final Map<String, FormNode> children = new LinkedHashMap<>();
    private String text = "";

    private FormNode() {
    }

    /**
     * Reads a form.
     *
     * @param body {@code application/x-www-form-urlencoded} in UTF-8
     * @return the tree's root
     * @throws AwsError when an escape is broken, or there are too many parameters
     */
    static FormNode parse(byte[] body) {
        FormNode root = new FormNode();
        int[] left = {PARAMETERS, NODES};
        int start = 0;
        while (start < body.length) {
            int end = start;
            while (end < body.length && body[end] != '&') {
                end++;
            }
            if (end > start) {
                spend(left, 0, "parameters", PARAMETERS);
                root.add(body, start, end, left);
            }
            start = end + 1;
        }
        return root;
    }

    private void add(byte[] body, int start, int end, int[] left) {
        int equals = start;
        while (equals < end && body[equals] != '=') {
            equals++;
        }
        FormNode node = this;
        String key = decode(body, start, equals);
        int depth = 0;
        for (int from = 0, dot; from <= key.length(); from = dot + 1) {
            dot = key.indexOf('.', from);
            dot = dot < 0 ? key.length() : dot;
            if (++depth > DEPTH) {
                throw malformed("a parameter's name has more than " + DEPTH + " parts");
            }
            FormNode child = node.children.get(key.substring(from, dot));
            if (child == null) {
                spend(left, 1, "parts of names", NODES);
                child = new FormNode();
                node.children.put(key.substring(from, dot), child);
            }
            node = child;
        }
        node.text = equals < end ? decode(body, equals + 1, end) : "";
    }

    private static void spend(int[] left, int which, String what, int limit) {
        if (--left[which] < 0) {
            throw malformed("more than " + limit + " " + what);
        }
    }

    private static String decode(byte[] body, int start, int end) {
        byte[] bytes = new byte[end - start];
        int length = 0;
        for (int at = start; at < end; at++) {
            byte next = body[at];
            if (next == '%') {
                int high = at + 2 < end ? Character.digit(body[at + 1], 16) : -1;
                int low = at + 2 < end ? Character.digit(body[at + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw malformed("'%' is not followed by two hexadecimal digits");
                }
                bytes[length++] = (byte) (high << 4 | low);
                at += 2;
            } else {
                bytes[length++] = next == '+' ? (byte) ' ' : next;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private static AwsError malformed(String message) {
        return new AwsError("MalformedQueryString", message);
    }

    /** {@return what the parameter is set to; empty when it only has parts} */
    String text() {
        return text;
    }

    /** {@return the parts below it} */
    Map<String, FormNode> children() {
        return children;
    }

    /**
     * The text of a part.
     *
     * @param name the part's name
     * @return its text, empty when it is not there
     */
    String text(String name) {
        FormNode child = children.get(name);
        return child == null ? "" : child.text;
    }
}
