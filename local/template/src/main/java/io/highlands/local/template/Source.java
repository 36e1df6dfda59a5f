// SPDX-License-Identifier: Apache-2.0
package io.highlands.local.template;

/**
 * Where something was declared.
 *
 * @param stack name of the CloudFormation stack, for example {@code highlands-local-service-a}
 * @param logicalId logical id of the resource within it, for example {@code ServiceD69D759B}
 */
public record Source(String stack, String logicalId) {

    /**
     * An error in this resource.
     *
     * @param property path of the property, for example {@code ServiceConnectConfiguration.Services[0].PortName};
     * empty for the resource as a whole
     * @param message what was found and what is allowed
     * @return the exception to throw
     */
    public TemplateException error(String property, String message) {
        String place = property.isEmpty() ? this.toString() : this + " " + property;
        return new TemplateException(place + ": " + message);
    }

    /** Stack and logical id, as all error lines show them. */
    @Override
    public String toString() {
        return stack + "/" + logicalId;
    }
}
