namespace DirectRoute.Core.Expressions;

/// <summary>How a template reads a source into the variable <c>$v</c> with this number: a line that leaves text there, empty text when there is no value.</summary>
internal delegate string VtlRead(Source source, int v);

/// <summary>How templates read sources.</summary>
internal static class VtlReads
{
    /// <summary>In a request's template.</summary>
    public static string Request(Source source, int v) => source switch
    {
        HeaderSource header => Header(header.Name, v),
        QuerySource query => $"#set($v{v} = \"$!input.params().querystring.get('{query.Name}')\")\n",
        PathSource path => $"#set($v{v} = \"$!input.params().path.get('{path.Name}')\")\n",
        _ => Common(source, v),
    };

    /// <summary>What both templates read alike: <c>$input</c> is the message at hand.</summary>
    public static string Common(Source source, int v) => source switch
    {
        BodySource { IsWhole: true } or ResponseBodySource { IsWhole: true } => $"#set($v{v} = \"$!input.body\")\n",
        BodySource body => Part(body.JsonPath, v),
        ResponseBodySource body => Part(body.JsonPath, v),
        ContextSource context => $"#set($v{v} = \"$!context.{context.Name}\")\n",
        StageVariableSource variable => $"#set($v{v} = \"$!stageVariables['{variable.Name}']\")\n",
        _ => throw new InvalidOperationException($"No template reads {source}."),
    };

    /// <summary>A text stands for itself; numbers, truth values, objects and lists for their JSON, as a map would print as <c>{a=b}</c>.</summary>
    private static string Part(string path, int v)
    {
        // A path with an apostrophe in it is put together in a variable: a dollar before a bracket is nothing that Velocity documents.
        var plain = !path.Contains('\'', StringComparison.Ordinal);
        var argument = plain ? $"'{path}'" : $"$p{v}";
        return (plain ? "" : $"#set($p{v} = '$')\n#set($p{v} = \"${{p{v}}}{path[1..]}\")\n")
            + $"#set($j{v} = \"$!input.json({argument})\")\n"
            + $"#set($v{v} = \"$!input.path({argument})\")\n"
            + $"#if($v{v} != \"\" && !$j{v}.startsWith('\"'))#set($v{v} = $j{v})#end\n";
    }

    /// <summary>HTTP's headers have no case, the map of them has; and <c>$input.params(name)</c> would let a query parameter of that name stand before the header.</summary>
    private static string Header(string name, int v) =>
        $"#set($v{v} = \"\")\n"
        + "#foreach($h in $input.params().header.keySet())"
        + $"#if($h.equalsIgnoreCase('{name}'))#set($v{v} = \"$!input.params().header.get($h)\")#end#end\n";
}
