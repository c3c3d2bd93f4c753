using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DirectRoute.Kubernetes.CustomResourceDefinitions;

/// <summary>How C# types appear in JSON.</summary>
[RequiresUnreferencedCode(CrdGenerator.Reason)]
internal static class JsonTypes
{
    /// <summary>The value type of a map with string keys; null when the type is none.</summary>
    public static Type? MapValue(Type type) =>
        Implemented(type, typeof(IReadOnlyDictionary<,>)) is { } map && map.GenericTypeArguments[0] == typeof(string) ? map.GenericTypeArguments[1] : null;

    /// <summary>The element type of a list; null when the type is none.</summary>
    public static Type? ListElement(Type type) => Implemented(type, typeof(IReadOnlyList<>))?.GenericTypeArguments[0];

    /// <summary>Whether the type is written as an object with members.</summary>
    public static bool IsObject(Type type) =>
        type is { IsClass: true } && type != typeof(object) && type.Namespace?.StartsWith("System", StringComparison.Ordinal) != true && ListElement(type) is null && MapValue(type) is null;

    /// <summary>The members that JSON has.</summary>
    public static IEnumerable<PropertyInfo> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.GetIndexParameters().Length == 0 && p.CanRead && !p.IsDefined(typeof(JsonExtensionDataAttribute)))
        .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always })
        .Where(p => p.SetMethod is { IsPublic: true });

    public static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    public static bool IsWrittenAsText(Type enumType) =>
        enumType.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType is { IsGenericType: true } converter
        && converter.GetGenericTypeDefinition() == typeof(JsonStringEnumConverter<>);

    /// <summary>The texts of an enum's values, in the order of their declaration.</summary>
    public static IEnumerable<string> EnumNames(Type enumType) =>
        enumType.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(f => f.MetadataToken).Select(NameOf);

    /// <summary>The text of one value.</summary>
    public static string EnumName(Type enumType, object value) => NameOf(enumType.GetField(Enum.GetName(enumType, value)!)!);

    public static string NameOf(FieldInfo field) => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name;

    private static Type? Implemented(Type type, Type open) =>
        type.GetInterfaces().Prepend(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == open);
}
