// SPDX-License-Identifier: Apache-2.0
/** The {@code highlands} command: words in, lines out, one clear line for each mistake. */
package io.highlands.local.cli;
