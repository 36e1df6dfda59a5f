// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

import tools.jackson.databind.JsonNode;

/**
 * The names that AWS would give a resource: of its form, and the same on every run, since what AWS draws at random is
 * taken from a hash of stack and logical id.
 */
final class Physical {

    private final Evaluator evaluator;
    private final Resource resource;

    Physical(Evaluator evaluator, Resource resource) {
        this.evaluator = evaluator;
        this.resource = resource;
    }

    static String hex(String seed, int length) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    /** An id of EC2's form, for example {@code sg-0f3c…}. */
    String id(String prefix) {
        return prefix + "-0" + hex(16);
    }

    String hex(int length) {
        return hex(resource.toString(), length);
    }

    /** The name that a property gives, or one of CloudFormation's form that is no longer than a limit. */
    String name(String property, int limit) {
        String given = optional(property);
        if (given != null) {
            return given;
        }
        String suffix = "-" + hex(12).toUpperCase(Locale.ROOT);
        String stem = resource.stack().name() + "-" + resource.source().logicalId();
        return stem.substring(0, Math.min(stem.length(), limit - suffix.length())) + suffix;
    }

    String name(String property) {
        return name(property, 255);
    }

    /** The value of a property that must be there. */
    String required(String property) {
        String value = optional(property);
        if (value == null) {
            throw resource.source().error(property, "is missing");
        }
        return value;
    }

    /** The value of a property, or null. */
    String optional(String property) {
        Place place = new Place(resource.stack(), resource.source(), property);
        JsonNode value = evaluator.value(place, resource.properties().path(property));
        if (value.isMissingNode()) {
            return null;
        }
        if (!Json.isScalar(value)) {
            throw place.error("must be a string, found " + Json.kind(value));
        }
        return value.asString();
    }

    /** A value of what stands for the resource on this machine; or that, where nothing stands for it. */
    String supplied(String key, String otherwise) {
        return evaluator.supplied(resource, key).orElse(otherwise);
    }

    String arn(String service, String rest) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, region(), account(), rest);
    }

    String region() {
        return resource.stack().region();
    }

    String account() {
        return resource.stack().account();
    }

    /** Another attribute of the same resource. */
    String attribute(String name) {
        return evaluator.attribute(resource, name);
    }

    /** What {@code Ref} of the same resource gives. */
    String ref() {
        return evaluator.ref(resource);
    }
}
