using System.Text.Json.Nodes;
using DirectRoute.Core.Compile;
using FsCheck;
using FsCheck.Fluent;

namespace DirectRoute.Core.Tests.Policies;

/// <summary>Random policy documents of few names, so that statements often meet; other ways to write them; and changes of what they mean.</summary>
internal sealed class RandomPolicy(int seed)
{
    private const string Fresh = "fresh:One";
    private static readonly string[] Lists = ["Action", "NotAction", "Resource", "NotResource"];
    private readonly Random random = new(seed);

    public static void ForAll(Action<RandomPolicy> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => check(new RandomPolicy(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    public List<Permission> Permissions() => [.. from a in Some("a:A", "a:B", "b:A", "b:C") from r in Some("r", "s", "t") select new Permission(a, r)];

    public JsonObject Policy() => new()
    {
        ["Version"] = "2012-10-17",
        ["Statement"] = new JsonArray([.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => (JsonNode)Statement())]),
    };

    private JsonObject Statement()
    {
        var statement = new JsonObject { ["Effect"] = Pick("Allow", "Allow", "Deny") };
        if (Coin(4)) statement[Pick("Principal", "NotPrincipal")] = Principal();
        statement[Coin(6) ? "NotAction" : "Action"] = Texts("a:A", "a:B", "b:A", "b:*");
        if (!Coin(8)) statement[Coin(6) ? "NotResource" : "Resource"] = Texts("r", "s", "R", "arn:aws:s3:::b/${aws:username}");
        if (Coin(4)) statement["Condition"] = new JsonObject { [Pick("StringLike", "ForAnyValue:StringLike", "BoolIfExists")] = new JsonObject { [Pick("aws:SourceArn", "k")] = Texts("true", "5", "X", "x") } };
        return statement;
    }

    private JsonNode Principal()
    {
        if (Coin(3)) return "*";
        var kinds = new JsonObject();
        foreach (var kind in Some("AWS", "Service", "Federated").DefaultIfEmpty("AWS")) kinds[kind] = Texts("*", "123456789012", "arn:aws:iam::210987654321:root", "x");
        return kinds;
    }

    /// <summary>The policy in other words.</summary>
    public JsonObject Rewritten(JsonObject policy)
    {
        var statements = policy["Statement"]!.AsArray().SelectMany(s => Split(s!.AsObject())).Select(RewrittenStatement).ToList();
        if (Coin(3)) statements.Add(RewrittenStatement((JsonObject)statements[random.Next(statements.Count)].DeepClone()));
        var shuffled = Shuffled(statements);
        var result = new JsonObject { ["Statement"] = shuffled.Count == 1 && Coin(2) ? shuffled[0] : new JsonArray([.. shuffled]) };
        var needsVersion = policy.ToJsonString().Contains("${", StringComparison.Ordinal);
        if (needsVersion || Coin(2)) result["Version"] = needsVersion || Coin(2) ? "2012-10-17" : "2008-10-17";
        if (Coin(3)) result["Id"] = "some";
        return result;
    }

    /// <summary>The statement in one or two that say the same together.</summary>
    private IEnumerable<JsonObject> Split(JsonObject statement)
    {
        var name = Pick("Action", "Resource");
        if (Coin(2) || statement[name] is not JsonArray { Count: > 1 } list) return [(JsonObject)statement.DeepClone()];
        var at = 1 + random.Next(list.Count - 1);
        return new[] { list.Take(at), list.Skip(random.Next(at + 1)) }.Select(part =>
        {
            var copy = (JsonObject)statement.DeepClone();
            copy[name] = new JsonArray([.. part.Select(p => p!.DeepClone())]);
            return copy;
        });
    }

    private JsonObject RewrittenStatement(JsonObject statement)
    {
        foreach (var name in Lists.Where(statement.ContainsKey)) statement[name] = List(statement[name]!, name.EndsWith("Action", StringComparison.Ordinal) ? Cased : text => text);
        foreach (var name in new[] { "Principal", "NotPrincipal" }.Where(statement.ContainsKey)) statement[name] = Principal(name, statement);
        if (statement["Condition"] is JsonObject condition) statement["Condition"] = Members(condition, keys => Members(keys!.AsObject(), values => List(values!, text => text, isTyped: true)));
        else if (Coin(4)) statement["Condition"] = Coin(2) ? new JsonObject() : new JsonObject { ["Null"] = new JsonObject() };
        statement.Remove("Sid");
        if (Coin(3)) statement["Sid"] = $"S{random.Next(100)}";
        return new JsonObject(Shuffled(statement.Select(m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))));
    }

    private JsonNode Principal(string name, JsonObject statement)
    {
        var node = statement[name]!.DeepClone();
        if (name == "Principal" && (string)statement["Effect"]! == "Allow" && Coin(2))
        {
            if (node is JsonValue) node = new JsonObject { ["AWS"] = "*" };
            else if (node is JsonObject { Count: 1 } && node["AWS"] is JsonArray { Count: 1 } only && (string)only[0]! == "*") return "*";
        }
        return node is not JsonObject kinds ? node : new JsonObject(Shuffled(kinds.Select(k => KeyValuePair.Create(k.Key, (JsonNode?)List(k.Value!, k.Key == "AWS" ? Account : text => text)))));
    }

    private string Account(string name) => name switch
    {
        "123456789012" when Coin(2) => $"arn:{Pick("aws", "aws-cn", "aws-us-gov")}:iam::123456789012:root",
        "arn:aws:iam::210987654321:root" when Coin(2) => "210987654321",
        _ => name,
    };

    private JsonObject Members(JsonObject members, Func<JsonNode?, JsonNode> rewrite) =>
        new(Shuffled(members.Select(m => KeyValuePair.Create(Cased(m.Key), (JsonNode?)rewrite(m.Value)))));

    private JsonNode List(JsonNode values, Func<string, string> rewrite, bool isTyped = false)
    {
        var texts = (values is JsonArray list ? list.Select(v => v!.ToString()) : [values.ToString()]).ToList();
        if (Coin(3)) texts.Add(texts[random.Next(texts.Count)]);
        var nodes = Shuffled(texts.Select(t => Typed(rewrite(t), isTyped)));
        return nodes.Count == 1 && Coin(2) ? nodes[0] : new JsonArray([.. nodes]);
    }

    private JsonNode Typed(string text, bool isTyped) => text switch
    {
        "true" when isTyped && Coin(2) => true,
        "5" when isTyped && Coin(2) => 5,
        _ => text,
    };

    /// <summary>A policy that means something else, and what was changed.</summary>
    public (string What, JsonObject Policy) Changed(JsonObject policy)
    {
        var copy = (JsonObject)policy.DeepClone();
        var statements = copy["Statement"]!.AsArray();
        var statement = statements[random.Next(statements.Count)]!.AsObject();
        var names = Lists.Concat(["Principal", "NotPrincipal", "Condition", "Effect", "None"]).Where(n => statement.ContainsKey(n) || n == "None").ToArray();
        var what = Pick(names);
        switch (what)
        {
            case "Effect":
                statement["Effect"] = (string)statement["Effect"]! == "Allow" ? "Deny" : "Allow";
                // Another statement may say the same already.
                if (statements.Count > 1) statement["Resource"] = Fresh;
                break;
            case "Principal" or "NotPrincipal":
                statement[what] = new JsonObject { [Pick("AWS", "Service", "Federated")] = Fresh };
                break;
            case "Condition" when Coin(2):
                statement["Condition"] = new JsonObject { ["ForAllValues:StringLike"] = statement["Condition"]!.AsObject().First().Value!.DeepClone() };
                break;
            case "Condition":
                statement["Condition"]!.AsObject().First().Value!.AsObject().First().Value!.AsArray().Add(Fresh);
                break;
            case "None":
                statements.Add((JsonNode)new JsonObject { ["Effect"] = "Allow", ["Action"] = Fresh, ["Resource"] = "r" });
                break;
            default:
                if (Coin(2)) statement[what]!.AsArray().Add(Fresh);
                else statement[what]!.AsArray()[0] = Fresh;
                break;
        }
        return (what, copy);
    }

    /// <summary>The text with some of its characters gone or replaced.</summary>
    public string Spoiled(string text)
    {
        for (var i = random.Next(1, 6); i > 0 && text.Length > 1; i--)
        {
            var at = random.Next(text.Length);
            text = Coin(6) ? text[..at] : string.Concat(text.AsSpan(0, at), Pick("", "\"", "{", "[", "null", "\\ud800", "7"), text.AsSpan(at + 1));
        }
        return text;
    }

    private JsonArray Texts(params string[] from) => new([.. Some(from).DefaultIfEmpty(from[0]).Select(t => (JsonNode)t)]);

    private string Cased(string text) => string.Concat(text.Select(c => Coin(2) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c)));

    private List<T> Shuffled<T>(IEnumerable<T> items) => [.. items.OrderBy(_ => random.Next())];

    private IEnumerable<T> Some<T>(params T[] from) => [.. from.Where(_ => random.Next(5) < 2)];

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    private bool Coin(int oneIn) => random.Next(oneIn) == 0;
}
