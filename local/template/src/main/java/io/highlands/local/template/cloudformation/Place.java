// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template.cloudformation;

import io.highlands.local.template.Source;
import io.highlands.local.template.TemplateException;

/**
 * Where in a template a value stands, for errors.
 *
 * @param stack the stack whose names are in scope
 * @param source the resource or other part
 * @param path path of the property within it
 */
record Place(Stack stack, Source source, String path) {

    Place at(String name) {
        return new Place(stack, source, path.isEmpty() ? name : path + "." + name);
    }

    Place at(int index) {
        return new Place(stack, source, path + "[" + index + "]");
    }

    TemplateException error(String message) {
        return source.error(path, message);
    }
}
