// SPDX-License-Identifier: Apache-2.0
/** How deep YAML may nest before it is read. */
package io.highlands.local.yaml;
