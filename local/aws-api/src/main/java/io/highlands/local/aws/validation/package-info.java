// SPDX-License-Identifier: Apache-2.0
/** What AWS's front checks of a request before the service sees it: required members, lengths, ranges, sets, patterns. */
package io.highlands.local.aws.validation;
