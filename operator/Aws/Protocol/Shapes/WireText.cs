using System.Globalization;
using Amazon.Runtime;

namespace DirectRoute.Aws.Protocol.Shapes;

/// <summary>The text of a scalar in a path, query string, header or form.</summary>
internal static class WireText
{
    public static string Of(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        ConstantClass constant => constant.Value,
        DateTime time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"{value.GetType()} has no text on the wire."),
    };
}
