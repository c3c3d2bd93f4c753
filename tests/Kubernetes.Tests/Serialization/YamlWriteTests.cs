using System.Text.Json.Nodes;
using DirectRoute.Yaml;

namespace DirectRoute.Kubernetes.Tests.Serialization;

public sealed class YamlWriteTests
{
    [Theory]
    [InlineData("yes")]
    [InlineData("0123")]
    [InlineData("1e3")]
    [InlineData("2026-01-01")]
    [InlineData("12:30")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("- a: b # c")]
    [InlineData("two\nlines")]
    [InlineData("ends with newline\n")]
    [InlineData(" leading\n and trailing ")]
    [InlineData("tab\tand bell\a, quote ' and \" and \\")]
    [InlineData("*alias &anchor !tag %directive @at `tick")]
    [InlineData("\u2028 \u0085 é 漢 \U0001F600")]
    public void Write_AnyText_ReadsBackTheSame(string text)
    {
        var node = new JsonObject { [text] = text, ["list"] = new JsonArray(text, 1, true, null, 1.5) };

        var read = YamlJson.Parse(YamlJson.Write(node), "test");

        Assert.True(JsonNode.DeepEquals(node, read), YamlJson.Write(node));
    }
}
