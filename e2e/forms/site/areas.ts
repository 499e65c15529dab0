import type { ListTable } from '#core/form/list.ts';

/** Invented villages, each in a ward, a district and a region: four levels that narrow each other. */
const regions = ['north', 'east', 'south', 'west'];
const names = ['Ash', 'Birch', 'Cedar', 'Dell', 'Elder', 'Fern', 'Glen', 'Hazel', 'Iris'];
const namesInArabic = ['وادي', 'تل', 'عين', 'جبل', 'واحة', 'سهل', 'نبع', 'روضة', 'مرج'];

function villageRows(): readonly (readonly string[])[] {
  return regions.flatMap((region) =>
    districtsOf(region).flatMap((district) =>
      wardsOf(district).flatMap((ward) =>
        names.map((name, i) => [
          `${ward}-${i + 1}`,
          `${name} ${ward.replaceAll('-', ' ')}`,
          ward,
          `${namesInArabic[i]} ${ward.replaceAll(/\D+/g, ' ').trim()}`,
        ]),
      ),
    ),
  );
}

function districtsOf(region: string): readonly string[] {
  return [1, 2, 3].map((it) => `${region}-${it}`);
}

function wardsOf(district: string): readonly string[] {
  return [1, 2, 3, 4].map((it) => `${district}-${it}`);
}

const areas: ListTable = {
  columns: ['value', 'label', 'ward', 'ar'],
  rows: villageRows(),
};

export default areas;
