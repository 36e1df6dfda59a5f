// SPDX-License-Identifier: Apache-2.0
/**
 * What an environment runs, as plain records: {@link io.highlands.local.template.Platform} and all that hangs on it. The
 * records know nothing of CloudFormation, of processes or of proxies; {@code template.cloudformation} resolves templates
 * and {@code template.reader} makes these records from them.
 */
package io.highlands.local.template;
