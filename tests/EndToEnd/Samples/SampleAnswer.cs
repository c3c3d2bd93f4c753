using System.Text;
using System.Text.Json;

namespace DirectRoute.EndToEnd.Samples;

/// <summary>What came back.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">Names and values, names in small letters.</param>
/// <param name="Body">The body.</param>
internal sealed record SampleAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as JSON.</summary>
    public JsonElement Json => JsonElement.Parse(Text);

    /// <inheritdoc />
    public override string ToString() => $"{Status} {Text}";
}
