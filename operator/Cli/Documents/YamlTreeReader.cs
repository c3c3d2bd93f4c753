using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using Scalars = DirectRoute.Yaml.YamlScalar;

namespace DirectRoute.Cli.Documents;

/// <summary>
/// Builds one document from the parser's events, within bounds that no honest document reaches: an alias counts for as many values as it stands for.
/// What is wrong and leaves the rest readable is reported and passed over.
/// </summary>
internal sealed class YamlTreeReader(IParser parser, Func<ParsingEvent, Span> spanOf, Action<Span, string> report)
{
    private const int MaxDepth = 100;
    private const int MaxNodes = 200_000;

    private readonly Dictionary<AnchorName, Anchored> anchors = [];
    private int nodes;
    private int depth;

    /// <exception cref="YamlProblem">A bound is passed, or an alias names nothing.</exception>
    public DocumentNode Read()
    {
        var start = parser.Current!;
        Count(start, 1);
        if (parser.TryConsume<AnchorAlias>(out var alias)) return Resolve(alias);
        var before = nodes;
        if (parser.TryConsume<Scalar>(out var scalar))
            return Remember(scalar, new ScalarNode(spanOf(scalar), Scalars.Resolve(scalar), scalar.Value, scalar.Style), before);
        if (++depth > MaxDepth) throw Problem(start, $"The document nests deeper than {MaxDepth} levels.");
        var open = (NodeEvent)start;
        if (!open.Anchor.IsEmpty) anchors[open.Anchor] = Anchored.Unfinished;
        DocumentNode node = parser.TryConsume<SequenceStart>(out _) ? ReadSequence(start) : ReadMapping();
        depth--;
        return Remember(open, node, before);
    }

    private ListNode ReadSequence(ParsingEvent start)
    {
        List<DocumentNode> items = [];
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Read());
        return new ListNode(spanOf(start), items);
    }

    private MappingNode ReadMapping()
    {
        var start = parser.Consume<MappingStart>();
        Dictionary<string, Member> members = new(StringComparer.Ordinal);
        List<Member> inOrder = [];
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var place = parser.Current!;
            var key = Read();
            var value = Read();
            if (KeyOf(key, place, spanOf(place)) is not { } name) continue;
            var member = new Member(name, spanOf(place), value);
            if (members.TryAdd(name, member)) inOrder.Add(member);
            else report(member.KeySpan, $"The key \"{name}\" is there twice, first on line {members[name].KeySpan.Line}. Remove one of the two.");
        }
        return new MappingNode(spanOf(start), inOrder);
    }

    private string? KeyOf(DocumentNode key, ParsingEvent place, Span span)
    {
        if (place is Scalar { Value: "<<", IsPlainImplicit: true })
            report(span, "Merge keys (<<) are not supported: write the fields out, or use an alias for the whole value.");
        else if (key is ScalarNode scalar)
            return scalar.Text;
        else
            report(span, "A key must be a text.");
        return null;
    }

    private DocumentNode Remember(NodeEvent start, DocumentNode node, int before)
    {
        if (!start.Anchor.IsEmpty) anchors[start.Anchor] = new Anchored(node, nodes - before + 1);
        return node;
    }

    private DocumentNode Resolve(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value, out var anchored)) throw Problem(alias, $"The alias *{alias.Value} names no anchor above it.");
        if (anchored.Node is null) throw Problem(alias, $"The anchor &{alias.Value} contains itself.");
        Count(alias, anchored.Size);
        return anchored.Node;
    }

    private void Count(ParsingEvent place, int more)
    {
        nodes += more;
        if (nodes > MaxNodes) throw Problem(place, $"The document has more than {MaxNodes} values, its aliases written out.");
    }

    private YamlProblem Problem(ParsingEvent place, string what) => new(spanOf(place), what);

    private sealed record Anchored(DocumentNode? Node, int Size)
    {
        public static readonly Anchored Unfinished = new(null, 0);
    }
}
