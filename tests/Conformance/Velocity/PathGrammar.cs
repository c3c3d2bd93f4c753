using System.Globalization;
using System.Text.Json.Nodes;

namespace DirectRoute.Conformance.Velocity;

/// <summary>Writes JSONPaths at random, for a template's double quotes.</summary>
internal sealed class PathGrammar(int seed)
{
    /// <summary>What the paths are looked for in.</summary>
    public const string Body = """
        {"store": {"book": [{"name": "x", "price": 8.95, "isbn": "1"}, {"name": "y", "price": 12, "tags": ["a", "b"]}, {"name": "z", "price": 8.99, "none": null}],
         "bicycle": {"name": "red", "price": 19.95}}, "name": "top", "list": [1, 2, [3, 4]], "empty": [], "none": null, "a b": {"name": 5}}
        """;

    private readonly Random random = new(seed);

    /// <summary>
    /// A path of which every version of Jayway's library thinks alike: steps that lead to one value each, some of them to none, then
    /// perhaps one that leads to several. What old versions refuse (an index of a map) and newer ones do not find is not written.
    /// </summary>
    public string Text()
    {
        var path = new System.Text.StringBuilder("$");
        var value = JsonNode.Parse(Body);
        for (var steps = random.Next(0, 5); steps > 0; steps--)
        {
            switch (value)
            {
                case JsonObject map:
                    var name = random.Next(5) == 0 ? "missing" : Pick([.. map.Select(m => m.Key)]);
                    path.Append(name.Contains(' ', StringComparison.Ordinal) || random.Next(4) == 0 ? $"['{name}']" : $".{name}");
                    value = map[name];
                    break;
                case JsonArray list:
                    // Not counted from the end: that came with a later version than Debian's.
                    var index = random.Next(list.Count + 1);
                    path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                    value = index < list.Count ? list[index] : null;
                    break;
                default:
                    return path.ToString();
            }
        }
        return path.Append(value switch
        {
            JsonArray => Pick("", "[*]", "[:1]", "[1:]", "[-2:]", "[:-1]", "[0:9]", "[2:1]", "..name", "[?(@.price < 10)]", "[?(@.price >= 8.99)].price", "[?(@.name == 'x')]", "[?(@.isbn)]"),
            JsonObject => Pick("", "", ".*", "[*]", "..name", "..price", "..book[0]", "..*", "..missing", "['name', 'missing']", "['store', 'name']"),
            _ => "",
        }).ToString();
    }

    /// <summary>Without its last step.</summary>
    public static IEnumerable<string> Shrink(string path) => path.LastIndexOfAny(['.', '[']) is > 0 and var at ? [path[..at]] : [];

    private string Pick(params string[] items) => items[random.Next(items.Length)];
}
