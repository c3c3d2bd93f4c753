using System.Collections;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using System.Xml.Linq;
using DirectRoute.Aws.Protocol.Shapes;

namespace DirectRoute.Aws.Protocol.Query;

/// <summary>Reads a shape from XML by the metadata that also describes it in JSON.</summary>
internal static class XmlShape
{
    /// <exception cref="FormatException">An element's text is not of its member's type.</exception>
    public static object ReadObject(XElement element, JsonTypeInfo type)
    {
        var value = type.CreateObject!();
        foreach (var member in type.Properties)
            if (XmlBody.Child(element, member.Name) is { } child)
                member.Set!(value, Read(child, type.Options.GetTypeInfo(member.PropertyType)));
        return value;
    }

    private static object Read(XElement element, JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => ReadObject(element, type),
        JsonTypeInfoKind.Enumerable => ReadList(element, type),
        _ => ReadScalar(element.Value, type),
    };

    private static object ReadList(XElement element, JsonTypeInfo type)
    {
        var list = (IList)type.CreateObject!();
        var item = type.Options.GetTypeInfo(type.ElementType!);
        foreach (var child in element.Elements()) list.Add(Read(child, item));
        return list;
    }

    private static object ReadScalar(string text, JsonTypeInfo type) => type.Converter is IConstantConverter constants
        ? constants.Find(text)
        : type.Type switch
        {
            var t when t == typeof(string) => text,
            var t when t == typeof(int?) => int.Parse(text, CultureInfo.InvariantCulture),
            var t when t == typeof(bool?) => XmlConvert.ToBoolean(text),
            var t when t == typeof(DateTime?) => TimestampConverter.FromText(text),
            var t => throw new NotSupportedException($"{t} is not read from XML."),
        };
}
