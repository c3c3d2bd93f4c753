using System.Collections.Frozen;

namespace DirectRoute.Core.Velocity.Linting;

/// <summary>The methods of all types that a template can hold.</summary>
internal static class MethodNames
{
    public static readonly FrozenSet<string> Known = string.Join(' ',
        // String
        "length isEmpty isBlank toString intern trim strip stripLeading stripTrailing toLowerCase toUpperCase hashCode toCharArray getBytes equals",
        "equalsIgnoreCase contains contentEquals startsWith endsWith indexOf lastIndexOf concat compareTo compareToIgnoreCase charAt codePointAt",
        "substring subSequence repeat matches split replace replaceAll replaceFirst regionMatches valueOf copyValueOf format join",
        // List, Map, Map.Entry
        "get size containsAll iterator toArray subList set add addAll remove removeAll retainAll clear toJSONString",
        "getOrDefault put putIfAbsent putAll containsKey containsValue keySet values entrySet getKey getValue setValue",
        // Numbers, Boolean, Character
        "intValue longValue doubleValue floatValue shortValue byteValue parseInt parseLong parseDouble parseBoolean toHexString toBinaryString",
        "toOctalString max min sum signum compare isNaN isInfinite booleanValue logicalAnd logicalOr logicalXor charValue isDigit isLetter",
        "isLetterOrDigit isWhitespace isUpperCase isLowerCase getNumericValue",
        // $foreach
        "hasNext getHasNext getCount getIndex isFirst getFirst isLast getLast getParent getTopmost getDepth")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
