using System.Text;

namespace DirectRoute.Core.Compile.Responses;

/// <summary>
/// Writes what DynamoDB says of types, <c>{"name": {"S": "x"}}</c>, as plain JSON, <c>{"name": "x"}</c>. API Gateway documents no recursion, so the levels of
/// lists and maps are written out; what lies deeper stays as DynamoDB gave it.
/// </summary>
internal static class PlainTemplate
{
    /// <summary>How many levels of maps and lists inside an attribute are made plain.</summary>
    public const int Depth = 2;

    /// <summary>The names that a path can hold; deeper parts under others are null.</summary>
    private const string Name = "[A-Za-z0-9_.-]+";

    /// <summary>The JSON of an item or a list of items.</summary>
    /// <param name="at">The variable that holds its path.</param>
    public static string Write(JsonTemplate template, string at, StringBuilder before)
    {
        var (json, items, item, path) = (template.NewVariable("j"), template.NewVariable("r"), template.NewVariable("m"), template.NewVariable("q"));
        before.Append($"#set(${json} = \"$!input.json(${at})\")\n#set(${items} = [])\n")
            .Append($"#if(${json}.startsWith('['))#set(${items} = $input.path(${at}))#elseif(${json}.startsWith('{{'))#set(${items} = [$input.path(${at})])#end\n");
        return $"#if(${json}.startsWith('['))[#elseif(!${json}.startsWith('{{'))null#end\n"
            + $"#foreach(${item} in ${items})\n"
            + $"#if(${json}.startsWith('['))#set(${path} = \"${{{at}}}[$foreach.index]\")#else#set(${path} = ${at})#end\n"
            + Map(template, $"${item}", path, "", Depth) + "#if($foreach.hasNext),#end\n#end\n"
            + $"#if(${json}.startsWith('['))]#end\n";
    }

    /// <summary>The attributes of a map.</summary>
    /// <param name="map">A reference to it.</param>
    /// <param name="path">The variable that holds its path.</param>
    /// <param name="isNamed">The condition under which the path is one; empty when it always is.</param>
    private static string Map(JsonTemplate template, string map, string path, string isNamed, int depth)
    {
        var (name, value, inner) = (template.NewVariable("n"), template.NewVariable("a"), template.NewVariable("q"));
        return $"{{#foreach(${name} in {map}.keySet())\n#set(${value} = {map}.get(${name}))\n#set(${inner} = \"${{{path}}}['${{{name}}}']\")\n"
            + $"\"{JsonTemplate.Escape(name)}\": "
            + Value(template, value, inner, $"{isNamed}{(isNamed.Length == 0 ? "" : " && ")}${name}.matches('{Name}')", depth)
            + "#if($foreach.hasNext),#end\n#end}";
    }

    private static string List(JsonTemplate template, string list, string path, string isNamed, int depth)
    {
        var (value, inner) = (template.NewVariable("a"), template.NewVariable("q"));
        return $"[#foreach(${value} in {list})\n#set(${inner} = \"${{{path}}}[$foreach.index]\")\n"
            + Value(template, value, inner, isNamed, depth) + "#if($foreach.hasNext),#end\n#end]";
    }

    private static string Value(JsonTemplate template, string value, string path, string isNamed, int depth)
    {
        var text = template.NewVariable("t");
        return $"#if(${value}.containsKey('S'))#set(${text} = \"$!{value}.get('S')\")\"{JsonTemplate.Escape(text)}\"\n"
            + $"#elseif(${value}.containsKey('N'))#set(${text} = \"$!{value}.get('N')\"){Numeric(text)}\n"
            + $"#elseif(${value}.containsKey('BOOL'))#if(\"$!{value}.get('BOOL')\" == 'true')true#{{else}}false#end\n"
            + $"#elseif(${value}.containsKey('B'))#set(${text} = \"$!{value}.get('B')\")\"{JsonTemplate.Escape(text)}\"\n"
            + $"#elseif(${value}.containsKey('SS')){Set(template, value, "SS", Quoted)}\n"
            + $"#elseif(${value}.containsKey('NS')){Set(template, value, "NS", Numeric)}\n"
            + $"#elseif(${value}.containsKey('BS')){Set(template, value, "BS", Quoted)}\n"
            + $"#elseif(${value}.containsKey('M')){Inside(template, value, path, "M", isNamed, depth)}\n"
            + $"#elseif(${value}.containsKey('L')){Inside(template, value, path, "L", isNamed, depth)}\n"
            + "#{else}null#end";
    }

    private static string Inside(JsonTemplate template, string value, string path, string kind, string isNamed, int depth)
    {
        var inner = template.NewVariable("q");
        var set = $"#set(${inner} = \"${{{path}}}.{kind}\")\n";
        if (depth == 0) return $"#if({isNamed}){set}$input.json(${inner})#{{else}}null#end";
        return set + (kind == "M"
            ? Map(template, $"${value}.get('M')", inner, isNamed, depth - 1)
            : List(template, $"${value}.get('L')", inner, isNamed, depth - 1));
    }

    private static string Set(JsonTemplate template, string value, string kind, Func<string, string> element)
    {
        var (item, text) = (template.NewVariable("e"), template.NewVariable("t"));
        return $"[#foreach(${item} in ${value}.get('{kind}'))#set(${text} = \"$!{item}\"){element(text)}#if($foreach.hasNext),#end#end]";
    }

    private static string Quoted(string text) => $"\"{JsonTemplate.Escape(text)}\"";

    /// <summary>DynamoDB sends numbers as text; what is none stays text.</summary>
    private static string Numeric(string text) => $"#if(${text}.matches('{JsonTemplate.Number}'))${text}#{{else}}{Quoted(text)}#end";
}
