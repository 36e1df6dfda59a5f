// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import tools.jackson.databind.JsonNode;

/**
 * The argument of {@code Fn::GetAtt}, in either form.
 *
 * @param logicalId the resource
 * @param attribute the attribute's name, which may hold dots
 */
record GetAtt(String logicalId, String attribute) {

    static GetAtt parse(Place place, JsonNode argument) {
        if (argument.isArray() && argument.size() == 2 && argument.get(0).isString() && argument.get(1).isString()) {
            return new GetAtt(argument.get(0).stringValue(), argument.get(1).stringValue());
        }
        if (argument.isString()) {
            return parse(place, argument.stringValue());
        }
        throw place.error("Fn::GetAtt takes [logical id, attribute], found " + argument);
    }

    static GetAtt parse(Place place, String dotted) {
        int dot = dotted.indexOf('.');
        if (dot <= 0 || dot == dotted.length() - 1) {
            throw place.error("Fn::GetAtt takes 'logicalId.attribute', found '" + dotted + "'");
        }
        return new GetAtt(dotted.substring(0, dot), dotted.substring(dot + 1));
    }
}
